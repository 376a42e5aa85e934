import type { TextWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const id: TextWords = {
  check: ['CEK', 'PERIKSA'],
  pay: 'Tidak seorang pun boleh meminta uang dari Anda.',
  stop: 'Jangan membayar.',
  unknown: 'Kami tidak mengenal nama ini. Itu tidak berarti aman.',
  one: 'Yang ini? Kirim nomornya:',
  which: 'Yang mana? Kirim nomornya:',
  others: 'Tidak ada di sini?',
  later: 'Kami belum bisa menjawab sekarang. Ini tidak mengatakan apa pun tentang agen mana pun.',
  how: 'Kirim {word} dan nama atau nomor agen.',
  more: 'Info:',
};
