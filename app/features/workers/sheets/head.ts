import { corridorIn } from '#app/platform/places.ts';
import { momentIn } from '#emails/language.ts';

import { paperWords } from '../../register/marks/words/paper-words.ts';
import { checkWords } from '../check/words/check-words.ts';
import type { Asked } from './model.ts';
import { sheetWords } from './words/words.ts';

/** What stands over every sheet, on paper and in a table: when it was so, what it does not say, what nobody may charge. */
export function headOf({ language, country, at, check, reviewed }: Asked) {
  const [say, paper] = [sheetWords[language], paperWords[language]];
  return {
    title: say.inCountry.replace('{country}', corridorIn(language, country)),
    fresh: say.fresh.replace('{when}', momentIn(language, at)),
    absent: say.absent,
    never: `${paper.never}: ${paper.fees.join('; ')}. ${paper.passport}`,
    anew: `${say.anew} ${check}`,
    ...(!reviewed && { unreviewed: checkWords[language].unreviewed }),
  };
}
