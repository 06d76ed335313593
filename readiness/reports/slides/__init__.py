"""Five slides for a meeting of leaders, with charts that their program can still edit."""
