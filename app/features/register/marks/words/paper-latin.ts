import type { PaperWords } from './model.ts';

export const en: PaperWords = {
  head: 'This recruiter must not take money from you',
  never: 'Nobody may ask you to pay for',
  fees: ['finding you the job', 'visa, medical test, training or ticket', 'a deposit, a bond or a loan'],
  passport: 'Nobody may keep your passport.',
  ask: 'Check this recruiter now',
  scan: 'Scan this code with a phone. Or open this address and type this number:',
  free: 'It is free. No name, no account.',
  printed:
    '“{standing}” on {day}, when this was printed. Paper does not change: check again before you trust it.',
  wrong: 'Were you asked to pay, or told something untrue?',
  tell: 'Do not pay. Keep every receipt and message. Check this recruiter as above: the page says how to complain. The recruiter is not told your name.',
  before: 'Check before you pay anything',
  stale: 'Printed on {day}. Check again today.',
};

/** Not yet reviewed by a native reader. */
export const fr: PaperWords = {
  head: 'Ce recruteur ne doit pas vous prendre d’argent',
  never: 'Personne ne peut vous faire payer',
  fees: [
    'la recherche de votre emploi',
    'le visa, la visite médicale, la formation ou le billet',
    'un dépôt, une caution ou un prêt',
  ],
  passport: 'Personne ne peut garder votre passeport.',
  ask: 'Vérifiez ce recruteur maintenant',
  scan: 'Scannez ce code avec un téléphone. Ou ouvrez cette adresse et tapez ce numéro :',
  free: 'C’est gratuit. Ni nom, ni compte.',
  printed:
    '« {standing} » le {day}, jour de l’impression. Le papier ne change pas : vérifiez encore avant de vous y fier.',
  wrong: 'On vous a demandé de payer, ou dit quelque chose de faux ?',
  tell: 'Ne payez pas. Gardez chaque reçu et chaque message. Vérifiez ce recruteur comme ci-dessus : la page dit comment vous plaindre. Le recruteur n’apprend pas votre nom.',
  before: 'Vérifiez avant de payer quoi que ce soit',
  stale: 'Imprimé le {day}. Vérifiez encore aujourd’hui.',
};

/** Not yet reviewed by a native reader. */
export const es: PaperWords = {
  head: 'Este reclutador no debe cobrarle dinero',
  never: 'Nadie puede pedirle que pague por',
  fees: [
    'encontrarle el trabajo',
    'visado, examen médico, formación o pasaje',
    'un depósito, una fianza o un préstamo',
  ],
  passport: 'Nadie puede quedarse con su pasaporte.',
  ask: 'Compruebe este reclutador ahora',
  scan: 'Escanee este código con un teléfono. O abra esta dirección y escriba este número:',
  free: 'Es gratis. Sin nombre y sin cuenta.',
  printed:
    '«{standing}» el {day}, cuando se imprimió. El papel no cambia: compruebe otra vez antes de confiar.',
  wrong: '¿Le pidieron dinero o le dijeron algo falso?',
  tell: 'No pague. Guarde cada recibo y mensaje. Compruebe este reclutador como arriba: la página dice cómo quejarse. Al reclutador no se le dice su nombre.',
  before: 'Compruebe antes de pagar nada',
  stale: 'Impreso el {day}. Compruebe otra vez hoy.',
};

/** Not yet reviewed by a native reader. */
export const id: PaperWords = {
  head: 'Perekrut ini tidak boleh meminta uang dari Anda',
  never: 'Tidak seorang pun boleh meminta Anda membayar untuk',
  fees: [
    'mencarikan pekerjaan',
    'visa, tes kesehatan, pelatihan atau tiket',
    'uang muka, jaminan atau pinjaman',
  ],
  passport: 'Tidak seorang pun boleh menahan paspor Anda.',
  ask: 'Periksa perekrut ini sekarang',
  scan: 'Pindai kode ini dengan telepon. Atau buka alamat ini dan ketik nomor ini:',
  free: 'Gratis. Tanpa nama, tanpa akun.',
  printed:
    '“{standing}” pada {day}, saat kertas ini dicetak. Kertas tidak berubah: periksa lagi sebelum percaya.',
  wrong: 'Anda diminta membayar, atau diberi tahu hal yang tidak benar?',
  tell: 'Jangan membayar. Simpan semua kuitansi dan pesan. Periksa perekrut ini seperti di atas: halamannya menjelaskan cara mengadu. Nama Anda tidak diberitahukan kepada perekrut.',
  before: 'Periksa sebelum membayar apa pun',
  stale: 'Dicetak pada {day}. Periksa lagi hari ini.',
};

/** Not yet reviewed by a native reader. */
export const tl: PaperWords = {
  head: 'Hindi ka dapat singilin ng recruiter na ito',
  never: 'Walang puwedeng magpabayad sa iyo para sa',
  fees: ['paghahanap ng trabaho', 'visa, medical, training o tiket', 'deposito, piyansa o utang'],
  passport: 'Walang puwedeng magtago ng pasaporte mo.',
  ask: 'Tingnan ngayon ang recruiter na ito',
  scan: 'I-scan ang code na ito gamit ang telepono. O buksan ang address na ito at i-type ang numerong ito:',
  free: 'Libre ito. Walang pangalan, walang account.',
  printed:
    '“{standing}” noong {day}, nang ito ay i-print. Hindi nagbabago ang papel: tingnan ulit bago magtiwala.',
  wrong: 'Pinagbayad ka ba, o may sinabing hindi totoo?',
  tell: 'Huwag magbayad. Itago ang bawat resibo at mensahe. Tingnan ang recruiter na ito gaya ng nasa itaas: sinasabi ng pahina kung paano magreklamo. Hindi sasabihin sa recruiter ang pangalan mo.',
  before: 'Tingnan muna bago magbayad ng kahit ano',
  stale: 'Na-print noong {day}. Tingnan ulit ngayon.',
};

/** Not yet reviewed by a native reader. */
export const vi: PaperWords = {
  head: 'Công ty tuyển dụng này không được lấy tiền của bạn',
  never: 'Không ai được bắt bạn trả tiền cho',
  fees: [
    'việc tìm việc làm',
    'thị thực, khám sức khỏe, đào tạo hoặc vé',
    'tiền đặt cọc, bảo lãnh hoặc khoản vay',
  ],
  passport: 'Không ai được giữ hộ chiếu của bạn.',
  ask: 'Hãy kiểm tra công ty này ngay',
  scan: 'Quét mã này bằng điện thoại. Hoặc mở địa chỉ này và gõ số này:',
  free: 'Miễn phí. Không cần tên, không cần tài khoản.',
  printed: '“{standing}” vào {day}, khi tờ này được in. Giấy không thay đổi: hãy kiểm tra lại trước khi tin.',
  wrong: 'Bạn bị đòi tiền, hoặc bị nói điều không đúng?',
  tell: 'Đừng trả tiền. Giữ mọi biên lai và tin nhắn. Kiểm tra công ty này như ở trên: trang đó chỉ cách khiếu nại. Công ty không được biết tên bạn.',
  before: 'Kiểm tra trước khi trả bất cứ khoản nào',
  stale: 'In vào {day}. Hãy kiểm tra lại hôm nay.',
};

/** Not yet reviewed by a native reader. */
export const sw: PaperWords = {
  head: 'Wakala huyu hapaswi kuchukua pesa kutoka kwako',
  never: 'Hakuna anayeruhusiwa kukutoza kwa',
  fees: ['kukutafutia kazi', 'viza, kipimo cha afya, mafunzo au tiketi', 'amana, dhamana au mkopo'],
  passport: 'Hakuna anayeruhusiwa kushika pasipoti yako.',
  ask: 'Mkague wakala huyu sasa',
  scan: 'Changanua msimbo huu kwa simu. Au fungua anwani hii na uandike namba hii:',
  free: 'Ni bure. Bila jina, bila akaunti.',
  printed: '“{standing}” tarehe {day}, ilipochapishwa. Karatasi haibadiliki: kagua tena kabla ya kuiamini.',
  wrong: 'Uliombwa kulipa, au kuambiwa jambo lisilo kweli?',
  tell: 'Usilipe. Hifadhi kila risiti na ujumbe. Mkague wakala huyu kama hapo juu: ukurasa unaeleza jinsi ya kulalamika. Wakala haambiwi jina lako.',
  before: 'Kagua kabla ya kulipa chochote',
  stale: 'Imechapishwa {day}. Kagua tena leo.',
};
