"""States, bodies and persons: who they are, what they are called, which posts they hold."""
