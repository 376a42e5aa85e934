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

export const meta: MetaFunction = () => [{ title: 'Sign up · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  return actor.kind === 'visitor' ? null : redirect('/now');
}

export async function action({ request }: ActionFunctionArgs) {
  return askedToSignUp(await enter(request, 'visitor'), request, 'recruiter');
}

export default function SignUpRecruiter() {
  return (
    <SignUpPage
      title="Sign up as a labour recruiter"
      lead="One account for you, one record for your agency. You can start your application at once and send it when it is ready."
      organisation={{ label: 'Name of the agency', hint: 'As on its licence' }}
      country="Country where it is licensed"
      answer={useActionData<typeof action>()}
    >
      You buy labour or goods and want to check recruiters?{' '}
      <TextLink to="/sign-up/company">Sign up as a company</TextLink>. Signed up before?{' '}
      <TextLink to="/sign-in">Sign in</TextLink>.
    </SignUpPage>
  );
}
