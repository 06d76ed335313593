"""Where a workspace lies: on a network drive or in a synced folder it is told so once, with what to do."""

from readiness.storage.surroundings import Disk, Place, disk_by_mounts, place_of

__all__ = ["Disk", "Place", "disk_by_mounts", "place_of"]
