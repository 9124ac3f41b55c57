"""The one style sheet, written from the colours and measures of the look."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.ui.tokens import Metrics, Tokens


def style_sheet(
    tokens: Tokens, metrics: Metrics, text_size: int, pictures: Mapping[str, str]
) -> str:
    """All rules with their colours, heights and font sizes filled in."""
    sizes = {"h1": 15.0, "h2": 11.5, "small": 9.0}
    check = round(16 * text_size / 200) * 2
    values: dict[str, object] = dict(tokens._asdict())
    values |= {name: f"{points * text_size / 100:.2f}pt" for name, points in sizes.items()}
    values |= {
        "field_h": metrics.field - 2,
        "focus_h": metrics.field - 4,
        "tab_h": metrics.tab_bar - 3,
        "subtab_h": metrics.field - 2,
        "list_h": metrics.list_head - 1,
        "check": check,
        "radio": check // 2 + 1,
        "dot": check - 8,
    }
    for name in ("chevron-down", "chevron-up", "chevron-left", "chevron-right", "check"):
        key = name.replace("-", "_") + ("_mark" if name == "check" else "")
        values[key] = f'url("{pictures[name]}")' if name in pictures else "none"
    return "\n".join(Template(part).substitute(values) for part in _PARTS)


_GROUND = """
QWidget { color: $text; }
QMainWindow, QDialog, QWizard, QWizardPage { background: $window; }
QToolTip { background: $base; color: $text; border: 1px solid $border; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel:disabled { color: $disabled; }
QLabel[role="h1"] { font-size: $h1; font-weight: 600; }
QLabel[role="h2"] { font-size: $h2; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel[role="problem"] { color: $red; font-size: $small; }
QLabel[role="note"] { color: $amber; font-size: $small; }
QFrame[role="card"] { background: $base; border: 1px solid $separator; border-radius: 8px; }
QFrame[role="warning"] { background: $amber_soft; border: none; border-radius: 6px; }
QFrame[role="warning"] QLabel { color: $amber; }
QFrame[role="wrong"] { background: $red_soft; border: none; border-radius: 6px; }
QFrame[role="wrong"] QLabel { color: $red; }
QFrame[role="notice"] { background: $grey_soft; border: none; border-radius: 6px; }
QWidget[role="base"] { background: $base; }
QWidget[role="window"] { background: $window; }
QWidget[role="canvas"] { background: $canvas; }
QSplitter::handle { background: $separator; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: none; }
QMessageBox QLabel#qt_msgbox_label { min-width: 340px; font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 340px; }
QStatusBar { background: $base; border-top: 1px solid $separator; }
QStatusBar::item { border: none; }
QProgressBar { background: $grey_soft; border: none; border-radius: 4px; min-height: 8px;
  max-height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
"""

_FIELDS = """
QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox {
  background: $base; border: 1px solid $border; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${field_h}px; padding: 0 8px; }
QTextEdit, QPlainTextEdit { padding: 5px 6px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 7px; min-height: ${focus_h}px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QTextEdit[wrong="true"],
QPlainTextEdit[wrong="true"], QTableView[wrong="true"] { border-color: $red; }
QLineEdit[readOnly="true"], QTextEdit[readOnly="true"], QPlainTextEdit[readOnly="true"],
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled, QPlainTextEdit:disabled,
QAbstractSpinBox:disabled {
  background: $header; border-color: $separator; color: $text; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow { image: $chevron_down; width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: none; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0;
  background: transparent; }
QComboBox QAbstractItemView, QListView[role="popup"] {
  background: $base; border: 1px solid $border; outline: none; padding: 2px;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: $chevron_up; width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: $chevron_down; width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: ${check}px; height: ${check}px; border: 1px solid $border; background: $base; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${radio}px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: $check_mark; }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px; background: $base;
  border: 5px solid $accent; }
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled {
  background: $header; border-color: $separator; }
QCheckBox::indicator:checked:disabled { background: $disabled; }
QCheckBox:disabled { color: $text; }
"""

_BUTTONS = """
QPushButton { background: $base; border: 1px solid $border; border-radius: 6px;
  min-height: ${field_h}px; padding: 0 14px; }
QPushButton:hover { background: $alternate; border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: ${focus_h}px; }
QPushButton:disabled { color: $disabled; border-color: $separator; background: $header; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $grey_soft; border-color: $grey_soft;
  color: $disabled; }
QPushButton[role="danger"] { color: $red; border-color: $red; }
QPushButton[role="danger"]:hover { background: $red_soft; }
QPushButton[role="danger"]:disabled { color: $disabled; border-color: $border; }
QPushButton[role="flat"] { border: none; background: transparent; padding: 0 8px; }
QPushButton[role="flat"]:hover { background: $accent_soft; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; }
QToolButton:hover { background: $accent_soft; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton::menu-indicator { image: none; }
QToolBar { background: $base; border: none; spacing: 6px; }
QMenuBar { background: $base; }
QMenuBar::item { padding: 6px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenuBar::item:disabled { color: $disabled; }
QMenu { background: $base; border: 1px solid $separator; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $separator; margin: 4px 6px; }
QMenu::indicator { width: ${check}px; height: ${check}px; border: 1px solid $border;
  border-radius: 4px; margin-left: 6px; background: $base; }
QMenu::indicator:checked { background: $accent; border-color: $accent; image: $check_mark; }
"""

_TABLES = """
QTableView, QListView, QTreeView { background: $base; alternate-background-color: $alternate;
  border: none; outline: none; gridline-color: $separator;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView[role="grid"], QListView[role="grid"], QTreeView[role="grid"] {
  border: 1px solid $border; border-radius: 6px; }
QTableView[role="grid"]:focus, QListView[role="grid"]:focus, QTreeView[role="grid"]:focus {
  border: 1px solid $accent; }
QTableView::item, QListView::item, QTreeView::item { border: none; padding: 0 3px; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
  background: $accent_soft; color: $text; }
QHeaderView { background: $header; border: none; }
QHeaderView::section { background: $header; color: $muted; border: none;
  border-bottom: 1px solid $separator; padding: 0 8px; min-height: ${list_h}px;
  font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: $chevron_up; width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QHeaderView::down-arrow { image: $chevron_down; width: 12px; height: 12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: $header; border: none; }
QTableView QLineEdit, QTableView QComboBox { min-height: 0; border-radius: 0; padding: 0 4px; }
QTableView QLineEdit:focus, QTableView QComboBox:focus { min-height: 0; padding: 0 3px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $header; }
QCalendarWidget QToolButton { min-height: 26px; padding: 2px 8px; font-weight: 600; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: $chevron_left; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: $chevron_right; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
  selection-color: $on_accent; }
"""

_TABS = """
QTabWidget::pane { border: none; }
QTabWidget::tab-bar { left: 4px; }
QTabWidget#mainTabs::tab-bar { left: 0; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $muted; border: none;
  border-bottom: 2px solid transparent; min-height: ${subtab_h}px; padding: 0 12px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $accent_soft; }
QTabWidget#mainTabs > QTabBar { background: $base; border-bottom: 1px solid $separator; }
QTabWidget#mainTabs > QTabBar::tab { min-height: ${tab_h}px; border-bottom: 3px solid transparent;
  padding: 0 16px; }
QTabWidget#mainTabs > QTabBar::tab:selected { border-bottom: 3px solid $accent; }
QTabBar QToolButton { background: $base; }
QTabWidget#mainTabs { background: $base; }
"""

_PARTS = (_GROUND, _FIELDS, _BUTTONS, _TABLES, _TABS)
