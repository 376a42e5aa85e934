import type { Actor } from '#app/platform/scope.ts';

/** What was shown in public is recorded by the scheme, and by the team of an audit that saw it. */
export const mayRecordMisuse = (actor: Actor) => actor.kind === 'officer' || actor.kind === 'auditor';

export const maySuspend = (actor: Actor) => actor.kind === 'officer';
