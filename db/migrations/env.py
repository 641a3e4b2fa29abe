"""Run the migrations on the connection that the program hands in, in its transaction.

From the command line of Alembic itself (writing a new revision, checking) the database is named
by ``-x url=…``.
"""

from alembic import context

config = context.config


def run(connection: object) -> None:
    """Bring the database behind ``connection`` to the wanted revision."""
    context.configure(connection=connection, transactional_ddl=False)
    context.run_migrations()


given = config.attributes.get("connection")
if given is None:
    from sqlalchemy import create_engine

    with create_engine(context.get_x_argument(as_dictionary=True)["url"]).begin() as own:
        run(own)
else:
    run(given)
