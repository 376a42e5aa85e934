/** What a rule or a command answers: a new value, or a refusal that has a name. */
export type Ok<T> = { ok: true; value: T };
export type Refused<R extends string = string> = { ok: false; refusal: R };
export type Result<T, R extends string = string> = Ok<T> | Refused<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <R extends string>(refusal: R): Refused<R> => ({ ok: false, refusal });
