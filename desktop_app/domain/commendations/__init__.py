"""Awards, nominations and decisions."""
