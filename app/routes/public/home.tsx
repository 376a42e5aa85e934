import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { standingNames, standings } from '#app/features/certificates/model.ts';
import { countByStanding } from '#app/features/register/search/facets.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Funnel } from '#app/ui/figures.tsx';
import { Card, Columns, PageHeader, Prose, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [
  { title: 'Fairroute · Who recruits without charging workers' },
  {
    name: 'description',
    content: 'The public register of labour recruiters certified to charge workers nothing.',
  },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const counts = await countByStanding(scope);
  return {
    steps: standings.map((status) => ({ label: standingNames[status], count: counts.get(status) ?? 0 })),
  };
}

export default function Home() {
  const { steps } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Nobody should pay to get a job"
        lead="Fairroute certifies labour recruiters who charge workers nothing, and says so at once when one of them does."
      />
      <div className="grid gap-4 md:grid-cols-3">
        <Card title="I look for work abroad">
          <p>Is this agency certified? May they ask me for money? No account, no cookie, one question.</p>
          <ButtonLink to="/en/check">Check a recruiter</ButtonLink>
        </Card>
        <Card title="I buy from suppliers">
          <p>
            Look up the recruiters in your supply chain by name, number or country, on a page or by program.
          </p>
          <ButtonLink to="/register" kind="secondary">
            Open the register
          </ButtonLink>
        </Card>
        <Card title="I recruit">
          <p>
            Apply in twelve sections, be audited, correct what is found, and stand on the register with your
            name.
          </p>
          <ButtonLink to="/sign-up" kind="secondary">
            Apply for certification
          </ButtonLink>
        </Card>
      </div>
      <Columns
        main={
          <Section title="How a certificate comes about">
            <Prose>
              <p>
                A recruiter applies with its licences, corridors and sub-agents. An independent audit body
                looks at papers, offices and partners, and speaks with workers alone. What it finds has to be
                corrected, with evidence. Then people who did not audit decide.
              </p>
              <p>
                A certificate covers the recruitment system of the offices and corridors it names. It is not a
                state licence, and it does not vouch for each job.
              </p>
            </Prose>
          </Section>
        }
        aside={
          <Section title="The register today">
            <Funnel caption="Recruiters by standing" steps={steps} />
          </Section>
        }
      />
    </>
  );
}
