import type { Auditor } from '#app/platform/scope.ts';

/**
 * A device says whose work it sends. Sessions change while photos are on their way: nobody's go out in another one's
 * name. Undefined where they are this person's, or the sender does not say.
 */
export function sentByAnother(request: Request, { accountId }: Pick<Auditor, 'accountId'>) {
  const sender = request.headers.get('X-Sent-By');
  if (sender === null || sender === accountId) return undefined;
  return Response.json({ outcome: 'refused', refusal: 'other_person' }, { status: 403 });
}
