import type { CastMember } from '../../../film/script.ts'

type Role = { names: string[]; gender?: CastMember['gender']; age?: CastMember['age']; appearance?: string }

/** People everybody knows, under all their names. `first` says that the first is the name to use whatever the text calls them. */
export const known: readonly (Role & { first: boolean })[] = [
  { first: true, names: ['苏轼', '苏子', '苏东坡', '东坡', 'Su Shi'], gender: 'man', age: 'adult', appearance: 'Su Shi, a Song-dynasty scholar with a long thin beard, tall black scholar hat, pale grey robe with wide sleeves' },
  { first: true, names: ['曹操', '曹孟德', '孟德', '魏武', 'Cao Cao'], gender: 'man', age: 'adult', appearance: 'Cao Cao, a commanding warlord with a full black beard, dark iron armour, crimson cape' },
  { first: true, names: ['周瑜', '周郎', '公瑾', 'Zhou Yu'], gender: 'man', age: 'young', appearance: 'Zhou Yu, a handsome young general in silver armour, white cape' },
  { first: true, names: ['李白', '太白', 'Li Bai'], gender: 'man', age: 'adult', appearance: 'Li Bai, a Tang-dynasty poet with loose hair, white robe, wine gourd' },
  { first: true, names: ['杜甫', '子美', 'Du Fu'], gender: 'man', age: 'old', appearance: 'Du Fu, a thin grey-bearded Tang-dynasty poet, worn brown robe' },
  { first: true, names: ['诸葛亮', '孔明', 'Zhuge Liang'], gender: 'man', age: 'adult', appearance: 'Zhuge Liang, a calm strategist with a feather fan, white crane-feather robe' },
  { first: true, names: ['刘备', '玄德', 'Liu Bei'], gender: 'man', age: 'adult', appearance: 'Liu Bei, a lord with long ears and a short beard, green robe' },
  { first: true, names: ['屈原', 'Qu Yuan'], gender: 'man', age: 'old', appearance: 'Qu Yuan, an old Chu-state poet with a tall hat, long dark robe' },
]

/** Roles by which a text names people. Earlier entries are more exact. */
export const roles: readonly Role[] = [
  { names: ['keeper', 'lighthouse keeper', '守塔人', '守灯人'], gender: 'man', age: 'old', appearance: 'an old lighthouse keeper with a white beard, navy wool coat with brass buttons, flat cap' },
  { names: ['courier', 'messenger', '快递员', '骑手', '外卖员'], age: 'young', appearance: 'a young bicycle courier in a yellow raincoat, black messenger bag' },
  { names: ['inspector'], gender: 'man', appearance: 'an inspector in a dark overcoat and a bowler hat, briefcase in hand' },
  { names: ['detective', '侦探'], gender: 'man', appearance: 'a detective in a long trench coat and a fedora' },
  { names: ['客人', '客'], gender: 'man', appearance: 'a guest in a dark blue robe, hair in a topknot, with a bamboo flute' },
  { names: ['渔父', '渔夫', '渔翁', 'fisherman'], gender: 'man', age: 'old', appearance: 'an old fisherman in a straw rain cape and a bamboo hat' },
  { names: ['朋友', '友人', '故人', 'friend'], appearance: 'a friend in a moss-green robe or coat' },
  { names: ['枭雄', '英雄', '将军', 'general', 'hero', 'warlord'], gender: 'man', appearance: 'a commander in dark armour with a red cape' },
  { names: ['蓑笠翁', '老翁', '老人', '老头', '爷爷', '外公', '祖父', 'old man', 'grandfather', 'grandpa'], gender: 'man', age: 'old' },
  { names: ['老妇', '老奶奶', '奶奶', '外婆', '祖母', 'old woman', 'grandmother', 'grandma', 'old lady'], gender: 'woman', age: 'old' },
  { names: ['小女孩', '女孩', '小姑娘', 'little girl', 'girl'], gender: 'woman', age: 'child', appearance: 'a girl with short black hair and a red coat' },
  { names: ['小男孩', '男孩', 'little boy', 'boy'], gender: 'man', age: 'child', appearance: 'a boy with tousled hair and a blue jacket' },
  { names: ['童子', '书童'], gender: 'man', age: 'child', appearance: 'a boy servant with two hair knots, grey hemp clothes' },
  { names: ['少女', '姑娘', '佳人', '美人', 'young woman'], gender: 'woman', age: 'young' },
  { names: ['少年', '青年', '书生', 'young man'], gender: 'man', age: 'young' },
  { names: ['妈妈', '母亲', 'mother', 'mum', 'mom'], gender: 'woman' },
  { names: ['爸爸', '父亲', 'father', 'dad'], gender: 'man' },
  { names: ['女儿', 'daughter'], gender: 'woman', age: 'child' },
  { names: ['儿子', 'son'], gender: 'man', age: 'child' },
  { names: ['妻子', 'wife'], gender: 'woman' }, { names: ['丈夫', 'husband'], gender: 'man' },
  { names: ['女人', '女子', 'woman', 'lady'], gender: 'woman' }, { names: ['男人', '男子'], gender: 'man' },
  { names: ['sailor', '水手'], gender: 'man', appearance: 'a sailor in a striped shirt and a dark jacket' },
  { names: ['captain', '船长'], gender: 'man', appearance: 'a ship captain with a grey beard and a peaked cap' },
  { names: ['astronaut', '宇航员'], appearance: 'an astronaut in a white space suit with a gold visor' },
  { names: ['robot', '机器人'], appearance: 'a small round-headed robot with one blue eye' },
  { names: ['baker', '面包师'], appearance: 'a baker in a white apron dusted with flour' },
  { names: ['painter', '画家'], appearance: 'a painter in a paint-stained smock' },
  { names: ['teacher', '老师'] }, { names: ['doctor', '医生'], appearance: 'a doctor in a white coat' }, { names: ['nurse', '护士'], gender: 'woman', appearance: 'a nurse in pale blue' },
  { names: ['soldier', '士兵'], gender: 'man', appearance: 'a soldier in worn uniform' },
  { names: ['king', '国王', '皇帝'], gender: 'man', appearance: 'a king in a crown and a heavy robe' }, { names: ['queen', '皇后', '女王'], gender: 'woman', appearance: 'a queen in a crown and a dark gown' },
  { names: ['princess', '公主'], gender: 'woman', age: 'young', appearance: 'a princess in a pale gown' }, { names: ['knight', '骑士'], gender: 'man', appearance: 'a knight in plate armour' },
  { names: ['monk', '和尚', '僧人'], gender: 'man', appearance: 'a monk in an ochre robe' },
  { names: ['child', '孩子', '小孩'], age: 'child' }, { names: ['stranger', '陌生人'], appearance: 'a stranger in a long dark coat, collar turned up' },
  { names: ['shopkeeper', '店主', '老板'] }, { names: ['driver', '司机'], gender: 'man' }, { names: ['waiter', '服务员'] },
  { names: ['neighbour', 'neighbor', '邻居'] }, { names: ['musician', '乐师'], appearance: 'a musician in a dark coat' },
]
