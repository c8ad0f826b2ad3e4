"""Who had which role at an event."""
