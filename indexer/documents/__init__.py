"""What pages, JSON and exports show of a document, assembled from the facts."""
