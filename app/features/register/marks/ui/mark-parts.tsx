import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { badgeSize, snippetOf } from '../badge.ts';
import { badgePath, markLanguageCodes, markLanguages, type Bearer, type MarkLanguage } from '../model.ts';

type BadgeProps = { bearer: Bearer; language: MarkLanguage; origin: string };

/** The badge as every site shows it now, and what to paste. */
export const BadgeToPaste = ({ bearer, language, origin }: BadgeProps) => (
  <>
    <img
      src={`${badgePath(bearer.registrationNumber)}?lang=${language}`}
      alt="What your badge says now"
      {...badgeSize}
      className="h-auto max-w-full"
    />
    <pre
      lang="en"
      dir="ltr"
      className="overflow-x-auto rounded-panel border border-line bg-card p-4 text-sm whitespace-pre-wrap"
    >
      {snippetOf(bearer, language, origin)}
    </pre>
    <p className="max-w-prose text-ink-2">
      Copy these lines into your site. The picture comes from the register each time somebody looks: it says
      where you stand on that day, also when you are suspended. When the register cannot be asked, it says so.
      In {markLanguages[language]}; other languages stand below.
    </p>
  </>
);

/** What keeps the mark true, beside what may be said in public. */
export const MarkRules = () => (
  <ul className="max-w-prose list-disc ps-6">
    <li>
      Ask first: <TextLink to="/certificate/claims">where you show it</TextLink> is agreed with the scheme.
    </li>
    <li>Link it to your record. Do not copy the picture, change it, cover it or cut it.</li>
    <li>
      Show it as yours alone, not beside the name of another agency, a partner or a job outside the scope.
    </li>
    <li>Give posters and cards to workers for nothing, and hang them where workers come first.</li>
    <li>
      Print new ones every three months. When the certificate is suspended or ends, take them all down that
      day.
    </li>
  </ul>
);

const paper = (kind: 'poster' | 'cards', language: MarkLanguage) =>
  `/certificate/mark/${kind}?lang=${language}`;

/** Badge, poster and cards in every language workers are spoken to in. */
export const InLanguages = ({ printed }: { printed: boolean }) => (
  <DataTable
    caption="In English first; the other languages are not yet reviewed by native readers"
    columns={[
      {
        key: 'language',
        header: 'Language',
        main: true,
        cell: (language) => <span lang={language}>{markLanguages[language]}</span>,
      },
      {
        key: 'badge',
        header: 'For your site',
        cell: (language) => <TextLink to={`/certificate/mark?lang=${language}`}>Badge</TextLink>,
      },
      {
        key: 'poster',
        header: 'For a wall, A4',
        cell: (language) =>
          printed ? <TextLink to={paper('poster', language)}>Poster (PDF)</TextLink> : '–',
      },
      {
        key: 'cards',
        header: 'To hand out, ten on a page',
        cell: (language) => (printed ? <TextLink to={paper('cards', language)}>Cards (PDF)</TextLink> : '–'),
      },
    ]}
    rows={markLanguageCodes}
    empty={{ title: 'No language', text: 'There are no words yet.' }}
  />
);

/** Nothing to show while the certificate does not count. */
export const NothingToShow = () => (
  <>
    <p className="max-w-prose">
      <strong>Take every poster and card down now.</strong> Your certificate does not count today, so none are
      printed. Badges on your sites say so by themselves.
    </p>
    <ButtonLink to="/certificate" kind="secondary">
      See your certificate
    </ButtonLink>
  </>
);
