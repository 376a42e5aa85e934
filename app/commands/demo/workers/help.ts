import { listInDirectory } from '#app/features/workers/help/commands.server.ts';
import type { ListForm } from '#app/features/workers/help/forms.ts';

import { actorOf, done, type Stage } from '../stage.ts';

type Invented = Pick<ListForm, 'name' | 'nameLocal' | 'country' | 'topics' | 'languages'> & {
  /** Of a page that nobody has. */
  host: string | null;
  address: string | null;
  checkedDaysAgo: number;
};

/** Invented, with no number at all: nobody in need may be sent anywhere by a demonstration. */
const invented: Invented[] = [
  {
    ...{ name: 'Example Migrant Resource Centre', nameLocal: 'नमुना आप्रवासी स्रोत केन्द्र', country: 'NP' },
    ...{ topics: ['resource_centre', 'legal_aid'], languages: ['ne', 'mai', 'en'], host: 'centre.example' },
    ...{ address: 'Example Street 1, Kathmandu', checkedDaysAgo: 20 },
  },
  {
    ...{ name: 'Example Workers’ Hotline', nameLocal: null, country: 'QA', topics: ['hotline'] },
    ...{
      languages: ['en', 'ar', 'ne', 'bn', 'hi'],
      host: 'hotline.example',
      address: null,
      checkedDaysAgo: 160,
    },
  },
  {
    ...{ name: 'Example Embassy, Labour Desk', nameLocal: null, country: 'QA', topics: ['consulate'] },
    ...{ languages: ['ne', 'en'], host: null, address: 'Example Street 2, Doha', checkedDaysAgo: 45 },
  },
  {
    ...{
      name: 'Example Domestic Workers’ Union',
      nameLocal: null,
      country: 'MY',
      topics: ['union', 'shelter'],
    },
    ...{ languages: ['id', 'my', 'ne', 'ms'], host: 'union.example', address: null, checkedDaysAgo: 5 },
  },
  {
    ...{ name: 'Example House of Women', nameLocal: null, country: 'MY', topics: ['shelter'] },
    ...{ languages: ['ms', 'id', 'vi'], host: 'house.example', address: null, checkedDaysAgo: 200 },
  },
];

/** A directory with something fresh, something to check soon, and something that is hidden. */
export async function listWhoHelps(stage: Stage) {
  const actor = actorOf(stage, 'caseworker@scheme.example', 'caseworker');
  for (const { host, checkedDaysAgo, ...who } of invented) {
    const now = new Date(stage.today.getTime() - checkedDaysAgo * 86_400_000);
    const form = {
      ...{ ...who, phones: [], url: host ? `https://${host}/` : null, hours: null, free: true },
      ...{ source: 'Invented for the demonstration', demonstration: true },
    };
    await done(listInDirectory({ db: stage.db, actor, now }, form), 'list somebody who helps');
  }
}
