/** What the page itself says, in the person's language; the bot's words come from the bot. */
export type Words = typeof english

export const wordsFor = (locale: string): Words => locale.startsWith('zh') ? chinese : english

const english = {
  onlyYou: 'Only you can see this', dismiss: 'Dismiss message', thinking: (name: string) => `${name} is thinking...`, edited: '(edited)', failed: 'This interaction failed',
  noAnswer: 'The application did not respond', sending: 'Sending command...', used: 'used', app: 'APP', today: 'Today at', yesterday: 'Yesterday at',
  message: (name: string) => `Message ${name}`, textChannels: 'Text Channels', threads: 'Threads', seeThread: 'See Thread', messages: (count: number) => count === 1 ? '1 message' : `${count} messages`,
  reply: 'Reply', replyingTo: 'Replying to', edit: 'Edit Message', remove: 'Delete Message', removeTitle: 'Delete Message', removeSure: 'Are you sure you want to delete this message?', cancel: 'Cancel', delete: 'Delete', save: 'Save',
  copy: 'Copy Text', apps: 'Apps', react: 'Add Reaction', more: 'More', submit: 'Submit', required: 'This is required', requiredField: 'This field is required.', tooShort: (least: number) => `Must be at least ${least} in length.`, tooFew: (least: number) => `Choose at least ${least}.`,
  select: 'Make a selection', choose: 'Select', nothing: 'Nothing found', upload: 'Upload', dropFiles: 'Drop files here or browse', browse: 'Choose files', uptoFiles: (most: number) => most === 1 ? 'One file' : `Up to ${most} files`, removeFile: 'Remove file',
  optional: 'optional', options: 'Options', commandsMatching: (text: string) => text ? `Commands matching /${text}` : 'Commands', builtBy: 'Redcliff', missingOption: 'Please fill in this option', true: 'True', false: 'False',
  start: (name: string) => `Welcome to #${name}!`, startOf: (name: string) => `This is the start of the #${name} channel.`, threadStart: (name: string) => name, typing: (name: string) => `${name} is typing...`,
  members: 'Members', owner: 'Server Owner', everyone: 'Online', switchUser: 'Switch user', language: 'Language', youAre: 'You are', channels: 'Channels', originalDeleted: 'Original message was deleted', startedThread: (name: string, thread: string) => `${name} started a thread: ${thread}.`,
  tryNote: 'Your own small Discord: nothing leaves this computer.', attach: 'Upload a file', emoji: 'Select emoji', useCommands: 'Use Commands', newMessages: 'Jump to present', by: 'by', posts: 'Posts', noPosts: 'No posts yet. A film that is started here becomes one.', spoiler: 'Spoiler', download: 'Download', play: 'Play', expand: 'Expand', collapse: 'Collapse', unauthorised: 'You do not have permission to send messages in this channel.', archived: 'archived', locked: 'This thread is locked.', close: 'Close', form: 'This form will be submitted to', gone: 'This picture is gone', direct: 'Direct Messages', openMenu: 'Open channels', showMembers: 'Show members', ruleBroken: 'Discord would refuse this',
}

const chinese: Words = {
  onlyYou: '仅您可见', dismiss: '忽略消息', thinking: (name) => `${name} 正在思考……`, edited: '(已编辑)', failed: '此交互失败', noAnswer: '该应用未响应', sending: '正在发送命令……', used: '使用了', app: '应用', today: '今天', yesterday: '昨天',
  message: (name) => `消息 ${name}`, textChannels: '文字频道', threads: '子区', seeThread: '查看子区', messages: (count) => `${count} 条消息`,
  reply: '回复', replyingTo: '正在回复', edit: '编辑消息', remove: '删除消息', removeTitle: '删除消息', removeSure: '确定要删除这条消息吗？', cancel: '取消', delete: '删除', save: '保存',
  copy: '复制文本', apps: '应用', react: '添加反应', more: '更多', submit: '提交', required: '必填', requiredField: '此项必填。', tooShort: (least) => `至少需要 ${least} 个字符。`, tooFew: (least) => `至少选择 ${least} 项。`,
  select: '请选择', choose: '选择', nothing: '没有找到', upload: '上传', dropFiles: '拖放文件到此处，或浏览', browse: '选择文件', uptoFiles: (most) => `最多 ${most} 个文件`, removeFile: '移除文件',
  optional: '可选', options: '选项', commandsMatching: (text) => text ? `匹配 /${text} 的命令` : '命令', builtBy: 'Redcliff', missingOption: '请填写此选项', true: '是', false: '否',
  start: (name) => `欢迎来到 #${name}！`, startOf: (name) => `这里是 #${name} 频道的开始。`, threadStart: (name) => name, typing: (name) => `${name} 正在输入……`,
  members: '成员', owner: '服务器所有者', everyone: '在线', switchUser: '切换用户', language: '语言', youAre: '您是', channels: '频道', originalDeleted: '原消息已被删除', startedThread: (name, thread) => `${name} 创建了子区：${thread}。`,
  tryNote: '您自己的小 Discord：数据不会离开这台电脑。', attach: '上传文件', emoji: '选择表情', useCommands: '使用命令', newMessages: '跳至最新', by: '作者', posts: '帖子', noPosts: '还没有帖子。在这里开拍的电影会成为一个帖子。', spoiler: '剧透', download: '下载', play: '播放', expand: '展开', collapse: '收起', unauthorised: '您没有在此频道发送消息的权限。', archived: '已归档', locked: '此子区已锁定。', close: '关闭', form: '此表单将提交给', gone: '图片已不存在', direct: '私信', openMenu: '打开频道列表', showMembers: '显示成员', ruleBroken: 'Discord 会拒绝这个请求',
}
