import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAskedDraw } from '#app/features/audits/programme/draws/asked/queries.server.ts';
import { BeingDrawn } from '#app/features/audits/programme/draws/asked/ui/being-drawn.tsx';
import { findDraw, listPlaces, perPage } from '#app/features/audits/programme/draws/queries.server.ts';
import { Recompute } from '#app/features/audits/programme/draws/ui/recompute.tsx';
import { PlaceTable } from '#app/features/audits/programme/draws/ui/place-table.tsx';
import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import { found, pageOf } from '#app/platform/http.server.ts';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';
import { Pagination } from '#app/ui/table.tsx';

export const meta: MetaFunction = () => [{ title: 'A random draw · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const id = found(params['id']);
  const draw = await findDraw(scope, id);
  if (!draw) return { asked: found(await findAskedDraw(scope, id)) };
  const page = pageOf(request);
  return {
    draw,
    page,
    pages: pagesOf(draw.candidates, perPage),
    places: await listPlaces(scope, draw.id, page),
  };
}

const back = { to: '/scheme/audit-draws', label: 'Random draws' };

export default function Draw() {
  const told = useLoaderData<typeof loader>();
  if ('asked' in told)
    return (
      <>
        <PageHeader title="A random draw" back={back} />
        <BeingDrawn asked={told.asked} />
      </>
    );
  const { draw, places, page, pages } = told;
  const { id, seed, drawnOn, drawnAt, by, count, candidates } = draw;
  return (
    <>
      <PageHeader
        title={`Draw of ${dayInWords(drawnOn)}`}
        lead="The recruiters learn nothing of it."
        back={back}
      />
      <Summary
        items={[
          { term: 'Drawn', value: `${count} of ${candidates} certificates that stood on that day` },
          { term: 'By', value: `${by}, ${timeInWords(drawnAt)}` },
          { term: 'Seed', value: <span className="font-mono break-all">{seed}</span> },
        ]}
      />
      <Section title="Who stood, in the order of the lots">
        <PlaceTable places={places} count={count} candidates={candidates} />
        <Pagination
          page={page}
          pages={pages}
          count={candidates}
          href={(to) => `/scheme/audit-draws/${id}?page=${to}`}
        />
      </Section>
      <Section title="How to compute it again">
        <Recompute seed={seed} count={count} example={places[0]} />
      </Section>
    </>
  );
}
