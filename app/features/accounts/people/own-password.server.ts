import { refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

import { mayTry, trySucceeded } from '../abuse.server.ts';
import { recordFailure } from '../admission.server.ts';
import type { Person } from '../sessions/person.ts';
import { changePassword } from './commands/password.server.ts';
import type { ChangePasswordForm } from './forms.ts';

/** Whoever sits at an open session guesses the old password no more often than at the door. */
export async function tryChangePassword(
  scope: Scope<SignedIn>,
  form: ChangePasswordForm,
  person: Pick<Person, 'email' | 'sessionId'>,
) {
  const seconds = await mayTry(person.email);
  if (seconds > 0) return refuse(`too_many:${seconds}`);
  const outcome = await changePassword(scope, form, person);
  if (outcome.ok) await trySucceeded(person.email);
  else if (outcome.refusal === 'wrong_password') {
    await recordFailure(scope.actor.accountId, 'password');
  }
  return outcome;
}
