import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { requestSignUp } from '#app/features/accounts/people/commands/sign-up.server.ts';
import { signUpForm } from '#app/features/accounts/people/forms.ts';
import { SignUpPage } from '#app/features/accounts/people/ui/sign-up-page.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, tooMany } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign up as a company · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  return actor.kind === 'visitor' ? null : redirect('/now');
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const form = await readForm(request, signUpForm);
  if (!form.ok) return badInput(form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await requestSignUp(scope, 'company', form.value);
  return outcome.ok ? redirect('/sign-up/sent') : saidNo(outcome.refusal, form.reply);
}

export default function SignUpCompany() {
  return (
    <SignUpPage
      title="Sign up as a company"
      lead="For employers and buyers who check who recruits for them. One account for you, one for your company; colleagues are invited later."
      organisation={{ label: 'Name of the company', hint: 'As it is registered' }}
      country="Country where it is registered"
      answer={useActionData<typeof action>()}
    >
      A labour recruiter? <TextLink to="/sign-up">Sign up as a recruiter</TextLink>. Signed up before?{' '}
      <TextLink to="/sign-in">Sign in</TextLink>.
    </SignUpPage>
  );
}
