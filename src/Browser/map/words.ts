const id = {
  map: 'Peta. Panah menggeser, tambah dan kurang memperbesar dan memperkecil. Daftar di halaman ini memuat hal yang sama.',
  closer: 'Perbesar', farther: 'Perkecil', whole: 'Seluruh wilayah',
  station: 'TPS', special: 'TPS khusus', approximate: 'letak perkiraan',
  more: (n: number) => `dan ${n} TPS lain di dekatnya`,
  none: 'Peta tidak dapat digambar di peramban ini (tanpa WebGL). Daftar di halaman ini memuat hal yang sama.',
  failed: 'Peta belum dapat dimuat. Muat ulang halaman ini.',
  empty: 'Belum ada letak TPS maupun batas wilayah untuk digambar.',
  touch: 'Geser peta dengan dua jari', wheel: 'Tahan Ctrl sambil menggulir untuk memperbesar peta',
};

const en: typeof id = {
  map: 'Map. Arrows move it, plus and minus zoom. The list on this page holds the same.',
  closer: 'Zoom in', farther: 'Zoom out', whole: 'Whole area',
  station: 'TPS', special: 'special TPS', approximate: 'approximate place',
  more: n => `and ${n} more TPS close by`,
  none: 'This browser cannot draw the map (no WebGL). The list on this page holds the same.',
  failed: 'The map could not be loaded. Reload this page.',
  empty: 'There are no places of TPS and no boundaries to draw yet.',
  touch: 'Use two fingers to move the map', wheel: 'Hold Ctrl while scrolling to zoom the map',
};

export type Words = typeof id;
export const words = (): Words => document.documentElement.lang.startsWith('en') ? en : id;
