import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { isSection, sectionNames, type Section } from '#app/features/applications/model.ts';
import { findSection, saveOwnSection } from '#app/features/applications/sections/own.server.ts';
import { savedSection } from '#app/features/applications/sections/reply.server.ts';
import { pageAfter } from '#app/features/applications/ui/sections.tsx';
import { SectionPage } from '#app/features/applications/ui/section-page.tsx';
import { found } from '#app/platform/http.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? sectionNames[data.section] : 'Section'} · Your application · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findSection(scope, sectionOf(params['section'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const section = sectionOf(params['section']);
  const saved = savedSection(found(await saveOwnSection(scope, section, request)));
  return saved ?? redirect(pageAfter(section));
}

export default function ApplicationSection() {
  const view = useLoaderData<typeof loader>();
  return <SectionPage key={view.section} view={view} answer={useActionData<typeof action>()} />;
}

const sectionOf = (name: string | undefined): Section => {
  if (name !== undefined && isSection(name)) return name;
  throw new Response('Not found', { status: 404 });
};
