import { Overdue } from '../operation/within.ts';

/** Of the system, that nobody listens or the line was cut; of PostgreSQL, classes 08, 53 and 57, and that it is only read. */
const code =
  /^(E(CONNREFUSED|CONNRESET|PIPE|HOSTUNREACH|NETUNREACH|TIMEDOUT|NOTFOUND|AI_AGAIN)|08...|53...|57P..|25006)$/;
/** What node-pg says in words alone. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database cannot be asked, rather than that something in the question was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Overdue) return true;
  // One for each address of a name.
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  const known = 'code' in error && typeof error.code === 'string' && code.test(error.code);
  return known || words.test(error.message);
}
