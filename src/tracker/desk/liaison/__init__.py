"""What people do with liaison statements: draft, clear, dispatch, receive, reply, consider, close."""
