export { type NotificationTexts, notificationTexts } from './notification-texts.ts'
export { type PlannedMessage, plannedMessages } from './planned-messages.ts'
export {
  type OwnTexts,
  type RenderedNotification,
  renderNotification,
  type TemplatedNotification,
} from './render-notification.ts'
export { sentText } from './sent-text.ts'
export { templateLanguage } from './template-language.ts'
