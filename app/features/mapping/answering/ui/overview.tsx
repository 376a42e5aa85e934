import type { MappingLanguage } from '../../model.ts';
import { mappingLanguages } from '../../model.ts';
import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Card, PageHeader, Prose, Section } from '#app/ui/page.tsx';
import { formWords } from '#app/questionnaire/words/said.ts';

import { fill, refusalIn, wordsOf } from '../words/words.ts';

export type Overview = {
  company: string;
  party: string | null;
  message: string;
  state: string;
  due: string;
  begun: boolean;
  sent: boolean;
  handed: boolean;
  sections: { name: string; title: string; done: boolean }[];
  hands: { id: string; email: string; titles: string[] }[];
  seen: string[] | undefined;
  withdrawn: boolean;
  earlier: number;
};

type Props = { home: string; language: MappingLanguage; page: Overview; refusal: string | undefined };

/** Where somebody who came by a link stands: who asks, what becomes of it, what is done and what is next. */
export function OverviewPage({ home, language, page, refusal }: Props) {
  const words = wordsOf(language);
  const { company, party, due, state } = page;
  return (
    <>
      <PageHeader
        title={words.asked}
        eyebrow={fill(words.asks, { company })}
        lead={party ? fill(words.why, { company, party }) : fill(words.whyUnnamed, { company })}
      />
      <Languages home={home} language={language} />
      {refusal ? <Refusal words={formWords(language)}>{refusalIn(language, refusal)}</Refusal> : null}
      {page.message ? (
        <Card title={words.message}>
          <p className="whitespace-pre-wrap">
            <bdi>{page.message}</bdi>
          </p>
        </Card>
      ) : null}
      {state === 'closed' ? <p>{fill(words.closed, { company })}</p> : <p>{fill(words.due, { day: due })}</p>}
      {state === 'declined' ? <p role="status">{words.declined}</p> : null}
      {page.handed ? <p>{words.handed}</p> : <Standing home={home} language={language} page={page} />}
      {page.begun && (state === 'opened' || page.sent) ? (
        <Sections home={home} language={language} page={page} />
      ) : null}
      {page.handed ? null : <NextSteps home={home} language={language} page={page} />}
      <Section title={words.promise}>
        <Prose>
          <ul>
            {words.promises.map((promise) => (
              <li key={promise}>{fill(promise, { company })}</li>
            ))}
          </ul>
          <p>{words.keepLink}</p>
        </Prose>
      </Section>
      {language === 'en' ? null : <p className="text-sm text-ink-2">{words.unreviewed}</p>}
    </>
  );
}

const inOwnWords = (code: string) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;

function Languages({ home, language }: { home: string; language: MappingLanguage }) {
  const rest = home.slice(3);
  return (
    <nav aria-label={wordsOf(language).language}>
      <ul className="flex flex-wrap gap-x-4">
        {mappingLanguages.map((code) => (
          <li key={code}>
            <a
              href={`/${code}${rest}`}
              lang={code}
              aria-current={code === language ? 'true' : undefined}
              className={`flex min-h-10 items-center ${code === language ? 'font-semibold text-ink no-underline' : ''}`}
            >
              {inOwnWords(code)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Part = { home: string; language: MappingLanguage; page: Overview };

/** What the buyer sees now, and how to change that. */
function Standing({ home, language, page }: Part) {
  const words = wordsOf(language);
  const { company, seen } = page;
  if (page.withdrawn)
    return (
      <Card title={fill(words.withdrawn, { company })}>
        <Actions>
          <ButtonLink to={`${home}/reuse`}>{words.shareAgain}</ButtonLink>
        </Actions>
      </Card>
    );
  if (!seen) return null;
  return (
    <Card title={words.sent}>
      <p>{fill(words.sentText, { company })}</p>
      <p>{fill(words.sees, { company })}:</p>
      <ul className="list-disc ps-6">
        {seen.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <Actions>
        <ButtonLink to={`${home}/withdraw`} kind="secondary">
          {words.withdraw}
        </ButtonLink>
        {page.sent ? (
          <ButtonLink to={`${home}/correct`} kind="secondary">
            {words.correct}
          </ButtonLink>
        ) : null}
      </Actions>
    </Card>
  );
}

function Sections({ home, language, page: { sections } }: Part) {
  const words = wordsOf(language);
  const done = sections.filter((each) => each.done).length;
  return (
    <Section title={words.sections}>
      <p>{fill(words.progress, { done, all: sections.length })}</p>
      <progress className="w-full" value={done} max={sections.length} aria-label={words.sections} />
      <ol className="divide-y divide-line">
        {sections.map(({ name, title, done: complete }) => (
          <li key={name} className="flex min-h-11 items-center justify-between gap-4">
            <TextLink to={`${home}/sections/${name}`}>{title}</TextLink>
            <span className={complete ? 'text-ink' : 'text-ink-2'}>
              {complete ? `✓ ${words.done}` : words.open}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function NextSteps({ home, language, page }: Part) {
  const words = wordsOf(language);
  const { begun, sent, state, earlier, hands, sections } = page;
  if (state === 'closed' || sent) return null;
  const first = sections.find((each) => !each.done) ?? sections[0];
  if (!begun || state !== 'opened')
    return (
      <form method="post" className="flex flex-wrap items-center gap-4">
        <Button>{words.begin}</Button>
        {earlier > 0 && !page.withdrawn ? (
          <ButtonLink to={`${home}/reuse`} kind="secondary">
            {words.reuse}
          </ButtonLink>
        ) : null}
        {state === 'declined' ? null : <TextLink to={`${home}/decline`}>{words.decline}</TextLink>}
      </form>
    );
  return (
    <>
      <Actions>
        {first ? <ButtonLink to={`${home}/sections/${first.name}`}>{words.goOn}</ButtonLink> : null}
        <ButtonLink to={`${home}/send`} kind="secondary">
          {words.send}
        </ButtonLink>
        <ButtonLink to={`${home}/workbook`} kind="secondary">
          {words.workbook}
        </ButtonLink>
        <ButtonLink to={`${home}/hand`} kind="secondary">
          {words.hand}
        </ButtonLink>
      </Actions>
      {earlier > 0 ? <TextLink to={`${home}/reuse`}>{words.reuse}</TextLink> : null}
      {hands.length > 0 ? (
        <Section title={words.hands}>
          <ul className="divide-y divide-line">
            {hands.map(({ email, titles }) => (
              <li key={email + titles.join()} className="py-2">
                <bdi>{email}</bdi>: {titles.join(', ')}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <TextLink to={`${home}/decline`}>{words.decline}</TextLink>
    </>
  );
}
