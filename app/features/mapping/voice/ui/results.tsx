import { Prose, Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { leastTold } from '../model.ts';
import type { ResultsView } from '../results-view.ts';

/** What the workers of a site say, of five people or more in every number. */
export function VoiceResults({ results }: { results: ResultsView | undefined }) {
  if (!results)
    return (
      <Section title="What workers say" id="results">
        <Prose>
          <p>
            Answers are shown from five on, so that nobody can be recognised. Until then nothing is shown, not
            even how many there are.
          </p>
        </Prose>
      </Section>
    );
  return (
    <Section title="What workers say" id="results">
      <Prose>
        <p>
          {`${results.people} people answered. More are added five at a time. A number that would be about fewer than ${leastTold} people is not shown, nor one it could be reckoned from.`}
        </p>
      </Prose>
      <Terms results={results} />
      <Months results={results} />
      <PaidFor results={results} />
      <Questions results={results} />
    </Section>
  );
}

type Props = { results: ResultsView };
const tooFew = {
  title: 'Too few to tell',
  text: 'Fewer than five people said all of it, in one currency.',
};

const Terms = ({ results }: Props) => (
  <DataTable
    caption="What was promised, signed and is, in the middle of the same people, to two digits"
    columns={[
      { key: 'label', header: 'Terms', main: true, cell: ({ label }) => label },
      { key: 'promised', header: 'Promised', cell: ({ promised }) => promised },
      { key: 'contract', header: 'Signed', cell: ({ contract }) => contract },
      { key: 'actual', header: 'As it is', cell: ({ actual }) => actual },
      { key: 'worse', header: 'Worse than promised', cell: ({ worse }) => worse },
    ]}
    rows={results.terms}
    empty={tooFew}
  />
);

const Months = ({ results }: Props) => (
  <>
    <DataTable
      caption="Months of pay to get this job"
      columns={[
        { key: 'where', header: 'Workers', main: true, cell: ({ where }) => where },
        { key: 'months', header: 'In the middle', cell: ({ months }) => months },
      ]}
      rows={results.months}
      empty={tooFew}
    />
    {results.debtMonths === undefined ? null : (
      <p>{`Those who borrowed need to pay it back: ${results.debtMonths.toLowerCase()}.`}</p>
    )}
  </>
);

const PaidFor = ({ results }: Props) => (
  <DataTable
    caption="What they paid for; somebody may have paid for several"
    columns={[
      { key: 'what', header: 'Paid for', main: true, cell: ({ what }) => what },
      { key: 'percent', header: 'Of 100 people', align: 'end', cell: ({ percent }) => percent },
    ]}
    rows={results.paidFor}
    empty={{ title: 'Too few to tell', text: 'No cost was named by five people.' }}
  />
);

const Questions = ({ results }: Props) => (
  <DataTable
    caption="What they answered, of 100 people"
    columns={[
      { key: 'label', header: 'Question', main: true, cell: ({ label }) => label },
      {
        key: 'parts',
        header: 'Answers',
        cell: ({ parts }) => parts.map(({ what, percent }) => `${what}: ${percent}`).join('; '),
      },
      {
        key: 'untold',
        header: 'Not shown',
        cell: ({ untold }) => (untold > 0 ? 'Other answers, each too few' : ''),
      },
    ]}
    rows={results.questions}
    empty={{ title: 'Too few to tell', text: 'No answer was given by five people.' }}
  />
);
