import type { Operation } from './model.ts';

/** What an operation says, whichever kind it is of. */
export const noteOf = (operation: Operation) =>
  operation.kind === 'assess'
    ? operation.note
    : operation.kind === 'raise'
      ? operation.statement
      : operation.pseudonym;
export const baseOf = (operation: Operation) => (operation.kind === 'assess' ? operation.base : undefined);
