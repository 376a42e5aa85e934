import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findSection, pageAfter, saveSection } from '#app/features/mapping/answering/pages.server.ts';
import { SectionPage } from '#app/features/mapping/answering/ui/section.tsx';
import { found } from '#app/platform/http.server.ts';

import { byLink, linkHeaders } from './by-link.server.ts';
import { savedSection } from './saved.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  const name = params['section'] ?? '';
  if (link.visit.responseId === null) throw redirect(home);
  const view = found(await findSection(scope, link, name));
  return data({ home, language: link.language, view }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  const name = params['section'] ?? '';
  const saved = savedSection(found(await saveSection(scope, link, { name, request })));
  return saved ?? redirect(`${home}${pageAfter(link.visit, name)}`);
}

export default function Section() {
  const { view, ...link } = useLoaderData<typeof loader>();
  return <SectionPage key={view.section} {...link} view={view} answer={useActionData<typeof action>()} />;
}
