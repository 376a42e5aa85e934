import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { queryField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';

import { gradeHints, gradeNames, requirementNames } from '../../../findings/model.ts';
import type { Audit } from '../../../model.ts';
import { harmNames, harms } from '../../../remedy/model.ts';
import { gradesRaised } from '../../rules.ts';
import { limits, requirementsAway } from '../model.ts';

/** The findings of one indicator, and the way to raise one. */
export const FindingList = () => (
  <section aria-labelledby="findings-title" className="flex w-full max-w-[42rem] flex-col gap-3">
    <h3 id="findings-title">Findings</h3>
    <p role="status" data-part="finding-said" className="font-semibold" />
    <ul data-part="findings" className="flex flex-col gap-4" />
    <template data-template="finding">
      <li className="keep border-s-4 border-line ps-4">
        <p data-part="title" className="font-semibold" />
        <p data-part="words" className="text-sm" />
        <p data-part="text" className="mt-1 whitespace-pre-line" />
        <p className="mt-1 flex flex-wrap items-center gap-3">
          <Button type="button" kind="secondary" size="small" data-part="change">
            Change or drop it
          </Button>
          <Button type="button" kind="secondary" size="small" data-part="copy">
            Copy the text
          </Button>
          <span role="status" data-part="copied" className="text-sm" />
        </p>
      </li>
    </template>
    <p>
      <a data-part="raise" href="#all" className="link">
        Raise a finding
      </a>
    </p>
  </section>
);

/** One finding, written where there is no network; it can be changed and dropped until it is sent. */
export const FindingForm = ({ audit }: { audit: Pick<Audit, 'type'> }) => (
  <section
    data-part="view-finding"
    hidden
    aria-labelledby="finding-title"
    className="flex flex-col items-start gap-6"
  >
    <div>
      <h2 id="finding-title" tabIndex={-1} data-part="finding-title">
        Raise a finding
      </h2>
      <p data-part="finding-about" className="mt-1 text-ink-2" />
      <p className="mt-2">
        It is raised when it arrives: a critical one is told to the recruiter at once then, and the days to
        answer run from then. Until it is sent you can change it or drop it.
      </p>
    </div>
    <form data-part="finding-form" noValidate className="flex w-full flex-col items-start gap-6">
      <div
        role="alert"
        tabIndex={-1}
        data-part="finding-problem"
        hidden
        className="w-full rounded-panel border-2 border-stopped bg-card p-5 font-semibold text-stopped"
      />
      <RadioGroup
        field={queryField('grade', undefined)}
        label="Grade"
        options={gradesRaised(audit).map((value) => ({
          value,
          label: gradeNames[value],
          hint: gradeHints[value],
        }))}
      />
      <div>
        <TextArea
          field={queryField('gradingReasons', '')}
          label="Why the grade is lower"
          maxLength={limits.text}
          hint="Where you choose a lesser grade than the indicator names, or minor though workers were harmed. Recruiter, reviewer and panel read it. No names of workers."
          optional
        />
        <p data-part="finding-default" className="mt-1 text-sm text-ink-2" />
      </div>
      <Requirement />
      <TextArea
        field={queryField('statement', '')}
        label="What does not conform"
        maxLength={limits.text}
        hint="The recruiter reads this once the report is final"
      />
      <TextArea
        field={queryField('findingEvidence', '')}
        label="What shows it"
        maxLength={limits.text}
        hint="Documents, interviews by their keys, places. No names of workers."
      />
      <p data-part="finding-interviews" className="text-sm text-ink-2" />
      <Actions>
        <Button>Save the finding</Button>
        <Button type="button" kind="danger" data-part="drop-finding">
          Drop this finding
        </Button>
      </Actions>
    </form>
    <ButtonLink to="#all" kind="secondary" data-part="finding-back">
      Back to the indicator
    </ButtonLink>
  </section>
);

const Requirement = () => (
  <>
    <RadioGroup
      field={queryField('requirementKind', 'standard')}
      label="What it is measured by"
      options={requirementsAway.map((value) => ({ value, ...requirementNames[value] }))}
    />
    <TextField
      field={queryField('lawInstrument', '')}
      label="Law, rule or permit"
      hint="Only where it is a law"
      maxLength={limits.line}
      optional
    />
    <TextField
      field={queryField('lawPlace', '')}
      label="Article, section or condition"
      hint="Only where it is a law"
      maxLength={limits.line}
      optional
    />
    <SelectField
      field={queryField('declaration', '')}
      label="What the recruiter declared"
      hint="Only where it is the recruiter’s own declaration: the answer in its application, as you took it along"
      options={[]}
      empty="None"
      optional
    />
    <SelectField
      field={queryField('harm', '')}
      label="Harm to workers"
      hint="Harm has to be made good before the finding closes. On indicators that say a worker paid, it is always a fee"
      options={harms.map((value) => ({ value, label: harmNames[value] }))}
      empty="None"
      optional
    />
  </>
);
