/** Why the embedded PostgreSQL cannot run here, and what to do: a message for the person at the terminal. */
export class EmbeddedPostgresError extends Error {}
