"""From who was at which occasion to ties between actors, and what they mean."""
