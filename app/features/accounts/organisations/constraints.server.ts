/** True when the database refused by that very constraint. */
export const violated = (error: unknown, constraint: string) =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint;
