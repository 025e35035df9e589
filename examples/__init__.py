"""Examples of the project in use."""
