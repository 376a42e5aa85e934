type Issue = { message: string };

/** What is wrong with a first page, as its form says it; anything else it could say is of no use to whoever wrote it. */
export const problemOf = (issues: readonly Issue[]) =>
  issues.some(({ message }) => message === 'too_long') ? ('too_long' as const) : ('empty' as const);
