"""From a meeting report to proposed outcomes: readers, finding, matching. Pure: nothing is written."""
