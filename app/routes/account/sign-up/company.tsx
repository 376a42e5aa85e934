import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { SignUpPage } from '#app/features/accounts/people/ui/sign-up-page.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';

import { askedToSignUp } from './asked.server.ts';

export const meta: MetaFunction = () => [{ title: 'Sign up as a company · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  return actor.kind === 'visitor' ? null : redirect('/now');
}

export async function action({ request }: ActionFunctionArgs) {
  return askedToSignUp(await enter(request, 'visitor'), request, 'company');
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
