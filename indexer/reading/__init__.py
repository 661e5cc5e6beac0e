"""Reading along the links: graph, chain of implementation, citers, exports."""
