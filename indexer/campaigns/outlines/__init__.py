"""The outline of a next campaign from chosen precedents: its round, bases and tasks."""
