import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Columns, PageHeader, Summary } from '#app/ui/page.tsx';
import { ProgressList } from '#app/ui/task-list.tsx';

import type { CriterionFields } from '../forms.ts';
import { answerInWords, IndicatorFields, toFields, type ShownIndicator } from './indicator-fields.tsx';
import { refusalText } from './refusals.ts';
import { Scale } from './scale.tsx';

export type Part = { principleCode: string; principle: string; code: string; title: string; open: number };
export type CriterionShown = {
  attempt: number;
  completedAt: Date | null;
  parts: Part[];
  criterion: Part;
  indicators: ShownIndicator[];
};

/** A criterion with its indicators, and where one stands in its principle. */
export function CriterionPage({ shown, answer }: { shown: CriterionShown; answer: FormAnswer }) {
  const { attempt, parts, criterion, indicators, completedAt } = shown;
  const here = `/self-assessment/${attempt}`;
  const neighbours = parts.filter(({ principleCode }) => principleCode === criterion.principleCode);
  const done = parts.filter(({ open }) => open === 0).length;
  return (
    <Columns
      side="start"
      aside={
        <ProgressList
          heading={`${criterion.principleCode}. ${criterion.principle}`}
          note={
            <>
              {`${done} of ${parts.length} criteria are whole. `}
              <TextLink to={here}>See all</TextLink>
            </>
          }
          steps={neighbours.map(({ code, title, open }) => ({
            href: `${here}/criteria/${code}`,
            label: `${code} ${title}`,
            state: code === criterion.code ? 'current' : open === 0 ? 'done' : 'open',
          }))}
        />
      }
      main={
        <>
          <PageHeader
            title={criterion.title}
            eyebrow={`Criterion ${criterion.code}, self-assessment ${attempt}`}
            back={{ to: here, label: 'Self-assessment' }}
          />
          {completedAt ? (
            <>
              <p>{refusalText('already_completed')}</p>
              <Summary
                items={indicators.map(({ code, requirement, answer: said }) => ({
                  term: code,
                  value: (
                    <>
                      <p>{requirement}</p>
                      <p className="font-semibold">{answerInWords(said)}</p>
                    </>
                  ),
                }))}
              />
            </>
          ) : (
            <CriterionForm shown={shown} answer={answer} back={here} />
          )}
        </>
      }
    />
  );
}

type FormProps = { shown: CriterionShown; answer: FormAnswer; back: string };

function CriterionForm({ shown: { attempt, criterion, indicators }, answer, back }: FormProps) {
  const [form, fields] = useFields<CriterionFields>(`criterion-${criterion.code}`, {
    reply: answer?.reply,
    saved: { indicators: indicators.map(toFields) },
  });
  const [refusal, conflicts = ''] = answer?.refusal?.split(':') ?? [];
  return (
    <PageForm form={form} refusal={refusal && refusalText(refusal)}>
      <Scale />
      {fields.indicators.getFieldList().map((field) => {
        const { code } = field.getFieldset();
        const indicator = indicators.find((each) => each.code === code.initialValue);
        if (!indicator) return null;
        const overtaken = conflicts.split(',').includes(indicator.code);
        return <IndicatorFields key={field.key} {...{ attempt, indicator, field, overtaken }} />;
      })}
      <Actions>
        <Button>Save and continue</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
