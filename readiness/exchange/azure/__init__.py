"""Reviews of the Azure Well-Architected kind, as they are exported, with their past answers."""
