"""Five small sites, built differently as provincial portals really are, with notices written for this demonstration."""
