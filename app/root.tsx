import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';

import { BrokenLink } from './features/accounts/ui/broken-link.tsx';
import { viewerOf } from './features/accounts/session.server.ts';
import { languageIn } from './features/mapping/model.ts';
import { directionOf, languageAsked } from './features/workers/languages.ts';
import { theConfig } from './platform/config.server.ts';
import { ButtonLink } from './ui/buttons.tsx';
import { PublicFrame } from './ui/frame.tsx';
import { PageHeader } from './ui/page.tsx';
import { useNonce } from './ui/parts/nonce.ts';
import { useUnavailable } from './ui/parts/unavailable.ts';
import styles from './ui/styles.css?url';
import workerStyles from './ui/worker.css?inline';

export const links: LinksFunction = () => [{ rel: 'icon', href: '/crest.svg', type: 'image/svg+xml' }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { viewer: await viewerOf(request), demo: theConfig().DEMO };
}

/**
 * Frames for workers say `handle = { worker: true }`: no web font, and a small stylesheet in the page itself; frames for
 * whoever answers a questionnaire say `{ spoken: true }`.
 */
const says = (handle: unknown, what: string) =>
  typeof handle === 'object' && handle !== null && what in handle;

/**
 * No page needs a script: every journey is HTML alone. A page that offers one places it itself, with the nonce. Workers and
 * respondents are spoken to in the language of the address, everybody else in English.
 */
export function Layout({ children }: { children: ReactNode }) {
  const demo = useRouteLoaderData<typeof loader>('root')?.demo;
  const nonce = useNonce();
  const matches = useMatches();
  const worker = matches.find(({ handle }) => says(handle, 'worker'));
  const respondent = matches.find(({ handle }) => says(handle, 'spoken'));
  const asked = languageAsked(worker?.params['lang']);
  const language = respondent ? languageIn(respondent.params['lang']) : asked;
  return (
    <html lang={language} dir={respondent && language === 'ar' ? 'rtl' : directionOf(asked)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {worker ? (
          <style nonce={nonce} dangerouslySetInnerHTML={{ __html: workerStyles }} />
        ) : (
          <link rel="stylesheet" href={styles} />
        )}
      </head>
      <body>
        {children}
        {demo ? <DemoStrip /> : null}
      </body>
    </html>
  );
}

/** Nobody may take an invented firm for a real one. */
const DemoStrip = () => (
  <aside aria-label="Demonstration" className="demonstration" lang="en" dir="ltr">
    Demonstration: every firm, person and certificate here is invented.
  </aside>
);

export default function App() {
  return <Outlet />;
}

const faults: Record<number, { title: string; text: string }> = {
  403: {
    title: 'This page is for another role',
    text: 'You are signed in, but your role does not open this page.',
  },
  404: {
    title: 'There is nothing at this address',
    text: 'The address may be mistyped, or the record is not yours to see. A missing page says nothing about a recruiter: look them up in the register.',
  },
  413: { title: 'That was too large', text: 'Files may have up to 25 MB. Go back and choose a smaller one.' },
};

const unexpected = {
  title: 'Something went wrong on our side',
  text: 'What you had saved is safe. Try again in a moment; if it stays, tell the scheme what you were doing and when.',
};

const notNow = {
  title: 'We cannot answer now',
  text: 'The register cannot be reached at this moment. This says nothing about any recruiter or certificate: wait a minute and ask again. What you had saved is safe.',
};

export function ErrorBoundary() {
  const error = useRouteError();
  const unavailable = useUnavailable();
  if (isRouteErrorResponse(error) && error.status === 410) {
    return (
      <PublicFrame>
        <BrokenLink />
      </PublicFrame>
    );
  }
  const { title, text } = unavailable
    ? notNow
    : ((isRouteErrorResponse(error) ? faults[error.status] : undefined) ?? unexpected);
  return (
    <PublicFrame>
      <title>{`${title} · Fairroute`}</title>
      <PageHeader
        title={title}
        lead={text}
        action={<ButtonLink to="/register">Open the register</ButtonLink>}
      />
    </PublicFrame>
  );
}
