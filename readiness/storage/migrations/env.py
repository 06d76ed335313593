"""What Alembic runs: the connection it is given, inside the transaction that is open on it."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=False)
context.run_migrations()
