import { dayInWords } from '#app/platform/calendar.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { shownPhone } from '#app/platform/names/phone.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import type { Kept } from '../model.ts';
import { lastDayOf } from '../rules.ts';
import { topicNames } from './words.ts';

const Page = ({ url }: { url: string }) => (
  <TextLink to={url} rel="nofollow noopener noreferrer">
    <bdi className="break-all">{url}</bdi>
  </TextLink>
);

type Known = Kept & { checkedBy: string; withdrawnReason: string | null };

/** All that stands in the directory of one who helps, and where it comes from. */
export const HelpFacts = ({ entry }: { entry: Known }) => (
  <Summary
    items={[
      { term: 'Name', value: entry.name },
      ...said('Local name', entry.nameLocal),
      { term: 'Country', value: countryName(entry.country) },
      { term: 'Helps with', value: entry.topics.map((topic) => topicNames[topic]).join(', ') },
      { term: 'Speaks', value: entry.languages.map(languageName).join(', ') },
      ...entry.phones.map((phone) => ({ term: 'Phone', value: <bdi>{shownPhone(phone)}</bdi> })),
      ...(entry.url ? [{ term: 'Page', value: <Page url={entry.url} /> }] : []),
      ...said('Address', entry.address),
      ...said('Open', entry.hours),
      { term: 'Costs', value: entry.free ? 'Nothing' : 'May cost something' },
      {
        term: 'Source',
        value: entry.source.startsWith('https://') ? <Page url={entry.source} /> : entry.source,
      },
      { term: 'Checked', value: `${dayInWords(entry.checkedOn)}, by ${entry.checkedBy}` },
      ...(entry.withdrawnAt
        ? [
            {
              term: 'Withdrawn',
              value: `${dayInWords(entry.withdrawnAt.slice(0, 10))}: ${entry.withdrawnReason ?? ''}`,
            },
          ]
        : [{ term: 'Holds until', value: dayInWords(lastDayOf(entry.checkedOn)) }]),
    ]}
  />
);

const said = (term: string, value: string | null) =>
  value ? [{ term, value: <bdi className="whitespace-pre-line">{value}</bdi> }] : [];
