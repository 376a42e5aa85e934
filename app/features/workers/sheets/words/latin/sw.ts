import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const sw: SheetWords = {
  title: 'Orodha kwa washauri',
  lead: 'Mawakala wote kwenye rejista ya nchi moja, za kuchapisha au kuhifadhi. Hali inaweza kubadilika siku yoyote: kagua tena kabla ya mtu kulipa au kutia saini.',
  where: 'Nchi gani?',
  other: 'Nchi nyingine',
  inCountry: 'Mawakala: {country}',
  print: 'Chapisha (PDF)',
  table: 'Jedwali (CSV)',
  part: 'Sehemu ya {part} kati ya {parts}',
  nobody: 'Hakuna wa nchi hii kwenye rejista.',
  more: 'Sehemu za kuchapisha zina majina {count} ya kwanza. Jedwali lina yote.',
  fresh: 'Ilikuwa hivi {when}. Inaweza kubadilika siku yoyote.',
  absent: 'Jina ambalo halimo kwenye orodha hii halijulikani kuwa salama. Usilipe.',
  anew: 'Kagua tena kila jina kabla ya mtu kulipa au kutia saini:',
  from: 'Kuanzia “{first}” hadi “{last}”.',
  name: 'Jina',
  local: 'Jina kwa maandishi yake',
  number: 'Namba',
  standing: 'Hali',
  licences: 'Leseni',
  place: 'Mahali',
  until: 'Mwisho wa cheti',
  unprintable: 'Kwa herufi ambazo karatasi hii haiwezi kuonyesha',
};
