import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const hi: TextWords = {
  check: ['जांच', 'जाँचें', 'जांचें', 'JAANCH'],
  pay: 'कोई आपसे पैसे नहीं ले सकता।',
  stop: 'पैसे न दें।',
  unknown: 'हम यह नाम नहीं जानते। इसका मतलब यह नहीं कि वह सुरक्षित है।',
  one: 'क्या यही है? इसका नंबर भेजें:',
  which: 'कौन-सी है? उसका नंबर भेजें:',
  others: 'यहाँ नहीं है?',
  later: 'हम अभी जवाब नहीं दे सकते। इससे किसी एजेंसी के बारे में कुछ पता नहीं चलता।',
  how: '{word} और एजेंसी का नाम या नंबर भेजें।',
  more: 'और:',
};
