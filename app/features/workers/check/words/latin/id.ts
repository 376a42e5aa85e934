import type { CheckWords } from '../model.ts';

export const id: CheckWords = {
  ask: 'Apakah perekrut ini bersertifikat?',
  label: 'Nama atau nomor agen',
  hint: 'Namanya dalam aksara apa pun, nomor telepon, nomor izin atau sertifikat, atau alamat halamannya.',
  check: 'Periksa',
  kept: 'Kami tidak menyimpan apa yang Anda tanyakan.',
  again: 'Periksa yang lain',
  leave: 'Tinggalkan halaman ini',
  languages: 'Bahasa',
  unreviewed: 'Terjemahan ini belum diperiksa oleh penutur aslinya.',
  laterTitle: 'Kami belum bisa menjawab sekarang',
  later:
    'Ini tidak mengatakan apa pun tentang agen mana pun. Jangan membayar. Tunggu sebentar dan tanyakan lagi.',
  listen: 'Dengarkan jawaban ini',

  certified:
    '{name} bersertifikat sejak {day}. Perekrut ini tidak boleh meminta uang dari Anda. Jika ada yang meminta Anda membayar, itu salah: beri tahu kami.',
  watchTitle: 'Bersertifikat, tetapi hati-hati',
  watchAudit:
    '{name} bersertifikat. Cara kerjanya sedang diperiksa. Perekrut ini tidak boleh meminta uang dari Anda.',
  watchRight:
    '{name} bersertifikat. Ada yang harus diperbaikinya. Perekrut ini tidak boleh meminta uang dari Anda.',
  suspendedTitle: 'Dihentikan. Jangan membayar.',
  suspended: 'Sertifikat {name} tidak berlaku sejak {day}.',
  withdrawnTitle: 'Tidak bersertifikat lagi. Jangan membayar.',
  withdrawn: '{name} tidak punya sertifikat sejak {day}.',
  expiredTitle: 'Tidak bersertifikat lagi',
  expired: 'Sertifikat {name} berakhir pada {day}. Jangan membayar.',
  expiredStopped: 'Sertifikat {name} dihentikan, dan berakhir pada {day}. Jangan membayar.',
  applicant:
    '{name} sudah meminta sertifikat. Kami belum menyetujuinya. Mungkin saja perekrut ini sah menurut hukum. Jangan membayar.',
  refused: '{name} meminta sertifikat. Kami menolaknya. Jangan membayar.',
  unknownTitle: 'Kami tidak mengenal nama ini',
  unknown: '“{asked}” tidak bersertifikat. Itu tidak berarti aman. Jangan membayar.',
  promiseTitle: 'Yang tidak dijanjikan oleh jawaban ini',
  promise:
    'Ini tidak mengatakan apa pun tentang satu pekerjaan, atau bahwa orang yang memakai nama agen memang bekerja untuknya.',

  thisOne: 'Apakah yang ini?',
  whichOne: 'Yang mana?',
  otherOne: 'Bukan yang ini? Berarti kami tidak mengenalnya. Jangan membayar.',
  otherMany: 'Bukan salah satu dari ini? Berarti kami tidak mengenalnya. Jangan membayar.',
  licence: 'Izin {number}, {authority}',

  medical: 'tes kesehatan dan vaksin',
  insurance: 'asuransi atau dana kesejahteraan',
  tests: 'tes bahasa atau keterampilan',
  training: 'pelatihan, sebelum berangkat atau setelah tiba',
  tools: 'alat kerja, seragam dan perlengkapan keselamatan',
  travel: 'tiket, perjalanan, penginapan dan makan di jalan',
  papers: 'visa, paspor, izin, kontrak dan surat lain',
  bribe: 'hadiah atau suap, kepada siapa pun',
  wages: 'semua ini di kemudian hari, dari gaji Anda',

  nowTitle: 'Apa yang harus dilakukan sekarang',
  nowCertified:
    'Minta melihat surat permintaan kerja, kontrak dan nama majikan, dan simpan salinannya. Periksa siapa yang berbicara dengan Anda.',
  nowStop: 'Jangan membayar dan jangan menandatangani. Jangan serahkan paspor Anda. Periksa agen lain.',
  proof:
    'Simpan semua kuitansi dan pesan, dan beri tahu bagian pengaduan program ini. Nama Anda tidak diberitahukan kepada perekrut.',
  answered: 'Dijawab pada {when}. Ini bisa berubah: periksa lagi sebelum menandatangani.',
  keep: 'Simpan atau kirim ini: cetak halaman ini, atau kirim alamat ini:',

  whoTitle: 'Siapa yang berbicara dengan Anda?',
  whoLabel: 'Nomor telepon atau namanya',
  yes: 'Ya',
  no: 'Tidak',
  whoOwn: '{asked} adalah nomor yang diumumkan {name} sebagai miliknya.',
  whoAgent: '{agent} boleh berbicara dengan pekerja atas nama {name} hari ini.',
  whoEven: 'Walaupun begitu, tidak seorang pun boleh meminta uang dari Anda.',
  whoNo: '{asked} tidak ada di antara nomor dan agen yang disebutkan {name} kepada kami.',
  whoAsk:
    'Tanyakan kepada {name} lewat nomor yang diumumkannya, sebelum membayar atau menandatangani apa pun:',
  whoNone:
    '{name} tidak mengumumkan nomor. Tanyakan di kantornya, sebelum membayar atau menandatangani apa pun.',

  jobTitle: 'Apakah pekerjaan ini nyata?',
  jobHint: 'Tulis apa yang dikatakan kepada Anda. Tempat dan gaji boleh dikosongkan.',
  jobEmployer: 'Majikan',
  jobPlace: 'Tempat kerja',
  jobWage: 'Gaji',
  jobFound: 'Pekerjaan ini diumumkan',
  jobDiffers: 'Diumumkan, tetapi tidak persis seperti yang dikatakan kepada Anda',
  jobSame: 'Sama dengan yang dikatakan kepada Anda.',
  jobSameNumber: 'Angkanya sama. Lihat apakah mata uangnya juga sama.',
  jobLike: 'Nama ini mirip dengan yang dikatakan kepada Anda, tetapi tidak sama. Bandingkan setiap huruf.',
  jobOtherPlace: 'Tempat yang dikatakan kepada Anda berbeda. Tanyakan sebelum menandatangani.',
  jobLower:
    'Gaji yang dikatakan kepada Anda lebih rendah daripada yang diumumkan. Tanyakan sebelum menandatangani.',
  jobHigher:
    'Gaji yang dikatakan kepada Anda lebih tinggi daripada yang diumumkan. Ini bisa jadi umpan. Tanyakan sebelum menandatangani.',
  jobOtherCurrency: 'Mata uang yang dikatakan kepada Anda berbeda. Tanyakan sebelum menandatangani.',
  jobClosed: 'Pernah diumumkan, tetapi sekarang sudah ditutup',
  jobPaused: 'Diumumkan, tetapi sekarang tidak berlaku',
  jobWithdrawn: 'Pekerjaan ini sudah ditarik',
  jobMissingTitle: 'Pekerjaan ini tidak diumumkan',
  jobMissing: '{name} tidak mengumumkan pekerjaan yang Anda tanyakan, di “{asked}”. Itu tidak berarti aman.',
  jobShow: 'Jangan membayar. Minta agen menunjukkan surat permintaan kerja kepada Anda.',
  jobNoneTitle: 'Tidak ada pekerjaan yang diumumkan di sini',
  jobNone:
    '{name} tidak mengumumkan surat permintaan kerja di sini. Ini tidak mengatakan hal baik atau buruk tentang pekerjaan itu. Jangan membayar.',
  wageMonth: '{amount} per bulan',
  wageWeek: '{amount} per minggu',
  wageDay: '{amount} per hari',
  wageHour: '{amount} per jam',
};
