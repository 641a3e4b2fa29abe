"""From a meeting report to proposed outcomes: readers, finding, matching. Nothing is written."""
