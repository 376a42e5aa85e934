import { answerTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import type { AnswerForm } from '#app/features/certificates/transfer/forms.ts';
import { declareForTransfer } from '#app/features/certificates/transfer/review.server.ts';
import type { Reviewer, Scope } from '#app/platform/scope.ts';

import { noConflict, done } from './audits.ts';

/** A reviewer of the new body declares to be free, and answers. */
export async function reviewed(scope: Scope<Reviewer>, transferId: string, answer: AnswerForm) {
  done(await declareForTransfer(scope, transferId, noConflict));
  return answerTransfer(scope, transferId, answer);
}
