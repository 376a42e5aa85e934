import { redirect } from '@remix-run/node';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { requestSignUp } from '#app/features/accounts/people/commands/sign-up.server.ts';
import { signUpForm } from '#app/features/accounts/people/forms.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, tooMany } from '#app/platform/http.server.ts';

type Asker = Parameters<typeof requestSignUp>[0];
type Kind = Parameters<typeof requestSignUp>[1];

/** What somebody is answered who asks for an account and an organisation of that kind. */
export async function askedToSignUp(scope: Asker, request: Request, kind: Kind) {
  const form = await readForm(request, signUpForm);
  if (!form.ok) return badInput(form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await requestSignUp(scope, kind, form.value);
  return outcome.ok ? redirect('/sign-up/sent') : saidNo(outcome.refusal, form.reply);
}
