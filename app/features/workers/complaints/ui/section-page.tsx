import type { MarkLanguage } from '../../../register/marks/model.ts';
import { paperWords } from '../../../register/marks/words/paper-words.ts';
import { feeLines } from '../../check/fees.ts';
import { checkWords } from '../../check/words/check-words.ts';
import { paymentLines, type SectionSaid, type SectionShown, type WrittenSection } from '../forms.ts';
import { complainants, consentParties, issueCodes, outcomesWanted, workerStages } from '../model.ts';
import { complaintWords } from '../words/complaint-words.ts';
import type { ComplaintWords } from '../words/model.ts';
import { Form } from './case-page.tsx';
import { ChoiceList, ProblemSaid, ReportFrame, ShortText, type Problem } from './parts.tsx';

type Page = { language: MarkLanguage; reviewed: boolean; visit: string; problem?: Problem | undefined };

/** One part of a complaint on a page of its own, as it was last told. */
export function SectionPage({ language, reviewed, visit, shown, problem }: Page & { shown: SectionShown }) {
  const words = complaintWords[language];
  return (
    <ReportFrame {...{ language, reviewed }}>
      <h1>{words.sections[shown.section]}</h1>
      <ProblemSaid {...{ language, problem }} />
      <Form {...{ language, visit }} act="save" section={shown.section}>
        <Fields {...{ language, words, shown }} />
        <button>{words.save}</button>
      </Form>
      <BackToCase {...{ language, visit }} />
    </ReportFrame>
  );
}

export const BackToCase = (at: { language: MarkLanguage; visit: string }) => (
  <Form {...at} act="back">
    <button className="quiet">{complaintWords[at.language].back}</button>
  </Form>
);

type FieldsProps = { language: MarkLanguage; words: ComplaintWords; shown: SectionShown };

function Fields({ language, words, shown }: FieldsProps) {
  switch (shown.section) {
    case 'about_you':
      return <AboutYou {...{ words, said: shown.said }} />;
    case 'what_was_done':
      return <WhatWasDone {...{ words, said: shown.said }} />;
    case 'payments':
      return <Payments {...{ language, words, said: shown.said }} />;
    case 'where':
      return <Where {...{ words, said: shown.said }} />;
    case 'outcome':
      return <Outcome {...{ words, said: shown.said }} />;
    case 'contact':
      return <Contact {...{ words, said: shown.said }} />;
    case 'consents':
      return <Consents {...{ words, said: shown.said }} />;
  }
}

type Said<S extends WrittenSection> = { words: ComplaintWords; said: SectionSaid[S] | undefined };

const named = <Code extends string>(codes: readonly Code[], names: Record<Code, string>) =>
  codes.map((code) => [code, names[code]] as const);

const AboutYou = ({ words, said }: Said<'about_you'>) => (
  <>
    <ChoiceList
      {...{ name: 'complainant', label: words.who, choices: named(complainants, words.complainants) }}
      said={[said?.complainant ?? '']}
    />
    <ChoiceList
      {...{ name: 'stage', label: words.stage, choices: named(workerStages, words.stages) }}
      said={[said?.stage ?? '']}
    />
    <ShortText {...{ name: 'others', label: words.othersAffected, said: said?.others }} />
  </>
);

const WhatWasDone = ({ words, said }: Said<'what_was_done'>) => (
  <>
    <ChoiceList
      {...{ name: 'issues', label: words.sections.what_was_done, choices: named(issueCodes, words.issues) }}
      said={said?.issues ?? []}
      many
    />
    <ShortText {...{ name: 'elsewhere', label: words.elsewhere, said: said?.elsewhere }} />
  </>
);

/** As many lines as a form without scripts has; the first is open, the others a touch away. */
const Payments = ({ language, words, said }: Said<'payments'> & { language: MarkLanguage }) =>
  Array.from({ length: paymentLines }, (_, at) => {
    const line = { language, words, at, said: said?.lines[at] };
    return at === 0 ? (
      <Payment key={at} {...line} />
    ) : (
      <details key={at} open={Boolean(line.said?.amount ?? line.said?.category)}>
        <summary>{words.payAnother}</summary>
        <Payment {...line} />
      </details>
    );
  });

type PaymentProps = {
  language: MarkLanguage;
  words: ComplaintWords;
  at: number;
  said: SectionSaid['payments']['lines'][number] | undefined;
};

const Payment = ({ language, words, at, said }: PaymentProps) => (
  <>
    <label htmlFor={`category${at}`}>{words.payFor}</label>
    <select id={`category${at}`} name={`category${at}`} defaultValue={said?.category ?? ''}>
      <option value="" />
      {feeLines(checkWords[language], paperWords[language]).map(({ codes: [code = ''], text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </select>
    <ShortText {...{ name: `amount${at}`, label: words.payAmount, said: said?.amount }} />
    <ShortText {...{ name: `currency${at}`, label: words.payCurrency, said: said?.currency }} />
    <ShortText {...{ name: `to${at}`, label: words.payTo, said: said?.to }} />
  </>
);

const Where = ({ words, said }: Said<'where'>) =>
  (['agent', 'employer', 'place', 'from', 'to', 'when'] as const).map((name) => (
    <ShortText key={name} {...{ name, label: words[name], said: said?.[name] }} />
  ));

const Outcome = ({ words, said }: Said<'outcome'>) => (
  <>
    <ChoiceList
      {...{ name: 'wanted', label: words.sections.outcome, choices: named(outcomesWanted, words.wanted) }}
      said={said?.wanted ?? []}
      many
    />
    <ShortText {...{ name: 'other', label: words.wantedOther, said: said?.other }} />
  </>
);

const Contact = ({ words, said }: Said<'contact'>) => (
  <>
    <p>{words.contactHint}</p>
    <ShortText {...{ name: 'how', label: words.contactHow, said: said?.how }} />
    <ShortText {...{ name: 'when', label: words.contactWhen, said: said?.when }} />
    <ShortText {...{ name: 'words', label: words.contactWords, said: said?.words }} />
  </>
);

const Consents = ({ words, said }: Said<'consents'>) => (
  <>
    <p>{words.consentHint}</p>
    <ChoiceList
      {...{ name: 'parties', label: words.sections.consents, choices: named(consentParties, words.consents) }}
      said={said?.parties ?? []}
      many
    />
  </>
);

type FilesProps = Page & { count: number };

/** Photos and voice messages, one at a time: a slow line loses one, not all. */
export function FilesPage({ language, reviewed, visit, problem, count, photo, voice }: FilesProps & Sizes) {
  const words = complaintWords[language];
  return (
    <ReportFrame {...{ language, reviewed }}>
      <h1>{words.sections.files}</h1>
      <ProblemSaid {...{ language, problem }} />
      <form method="post" encType="multipart/form-data" action={`/${language}/report/case`}>
        <input type="hidden" name="visit" value={visit} />
        <label htmlFor="file">{words.file}</label>
        <small id="file-hint">{words.fileHint.replace('{photo}', photo).replace('{voice}', voice)}</small>
        <input
          {...{ id: 'file', name: 'file', type: 'file' }}
          accept="image/*,audio/*"
          aria-describedby="file-hint"
          required
        />
        <button>{words.fileSend}</button>
      </form>
      <p role="status">{words.files.replace('{count}', String(count))}</p>
      <BackToCase {...{ language, visit }} />
    </ReportFrame>
  );
}

/** The most a file may have, in words. */
type Sizes = { photo: string; voice: string };
