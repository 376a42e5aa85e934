import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const am: TextWords = {
  check: ['ያረጋግጡ', 'አረጋግጥ'],
  pay: 'ማንም ከእርስዎ ገንዘብ መውሰድ አይችልም።',
  stop: 'አይክፈሉ።',
  unknown: 'ይህን ስም አናውቀውም። ይህ ደህና ነው ማለት አይደለም።',
  one: 'ይህ ነው? ቁጥሩን ይላኩ፦',
  which: 'የትኛው ነው? ቁጥሩን ይላኩ፦',
  others: 'እዚህ የለም?',
  later: 'አሁን መመለስ አንችልም። ይህ ስለ የትኛውም ኤጀንሲ ምንም አይናገርም።',
  how: '{word} እና የኤጀንሲውን ስም ወይም ቁጥር ይላኩ።',
  more: 'ተጨማሪ፦',
};
